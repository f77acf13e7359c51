package net.gatepost;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.Part;
import java.io.InputStream;
import java.io.Reader;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.gatepost.web.Upload;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.http.HttpEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** The house rules that a machine can check. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("net.gatepost");

    @Test
    void repositoriesControllersAndEntitiesAreNobodyElsesBusiness() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .check(HOUSE);
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .notBePublic()
                .check(HOUSE);
        classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(HOUSE);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(HOUSE);
    }

    @Test
    void timeComesFromTheInjectedClock() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "asks the machine for the time",
                        call -> call.getTarget().getOwner().getPackageName().equals("java.time")
                                && call.getTarget().getName().equals("now")
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                // The site's clock ticks in microseconds, where the JDK's own millis() divides by zero.
                .callMethod(Clock.class, "millis")
                .check(HOUSE);
    }

    @Test
    void packagesAreNamedForFeaturesNotForLayers() {
        noClasses()
                .should()
                .resideInAnyPackage("..impl..", "..dto..", "..util..", "..support..", "..helper..", "..common..")
                .check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> packages =
                HOUSE.stream().map(type -> type.getPackageName()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages)
                .allSatisfy(name -> assertThat(HOUSE.getPackage(name).isAnnotatedWith(NullMarked.class))
                        .as(name)
                        .isTrue());
    }

    /**
     * The spill guard reads every request parameter. A handler that takes what comes another way (a raw body, an upload)
     * would skip it, and has to be given a way through the guard first.
     */
    @Test
    void noHandlerReadsWhatTheSpillGuardHasNotSeen() {
        methods()
                .that(are(describe("handlers", ArchitectureTest::isHandler)))
                .should(takeNothingTheGuardDoesNotSee())
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("net.gatepost.web")
                .should()
                .callMethodWhere(describe("reads a request's body", ArchitectureTest::readsABody))
                .check(HOUSE);
    }

    /** A file comes as an {@link Upload}, whose content nobody gets before the guard has seen what was made of it. */
    @Test
    void filesComeInByOneWay() {
        noClasses()
                .that()
                .resideOutsideOfPackage("net.gatepost.web")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(MultipartFile.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(MultipartRequest.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Part.class)
                .check(HOUSE);
        methods()
                .that()
                .areDeclaredIn(Upload.class)
                .and()
                .arePublic()
                .and()
                .haveNameNotMatching("read|split")
                .should()
                .haveRawReturnType(describe(
                        "tells nothing of the content",
                        type -> Set.of("java.lang.String", "long", "boolean").contains(type.getName())))
                .check(HOUSE);
    }

    private static boolean isHandler(JavaMethod method) {
        return method.isMetaAnnotatedWith(RequestMapping.class);
    }

    private static boolean readsABody(JavaCall<?> call) {
        return call.getTarget().getOwner().isAssignableTo(ServletRequest.class)
                && Set.of("getInputStream", "getReader", "getPart", "getParts")
                        .contains(call.getTarget().getName());
    }

    private static ArchCondition<JavaMethod> takeNothingTheGuardDoesNotSee() {
        return new ArchCondition<>("take nothing that the spill guard does not see") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getParameters().forEach(parameter -> {
                    var type = parameter.getRawType();
                    boolean unseen = parameter.isAnnotatedWith(RequestBody.class)
                            || type.isAssignableTo(HttpEntity.class)
                            || type.isAssignableTo(MultipartFile.class)
                            || type.isAssignableTo(MultipartRequest.class)
                            || type.isAssignableTo(Part.class)
                            || type.isAssignableTo(InputStream.class)
                            || type.isAssignableTo(Reader.class);
                    if (unseen) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes " + type));
                    }
                });
            }
        };
    }
}
