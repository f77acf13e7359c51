package net.gatepost;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes each statement that the current thread sends to the database, whoever makes it: Hibernate, a client of JDBC. */
public class CountedStatements implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> SENT = ThreadLocal.withInitial(ArrayList::new);

    /** What this piece of work sends. */
    public static List<String> of(Runnable work) {
        SENT.get().clear();
        work.run();
        return List.copyOf(SENT.get());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Counted(database) : bean;
    }

    private static final class Counted extends DelegatingDataSource {

        Counted(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted(Connection.class, super.getConnection(), "");
        }
    }

    private static <T> T counted(Class<T> type, T whole, String sql) {
        return type.cast(Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(), new Class<?>[] {type}, new Handler(whole, sql)));
    }

    private record Handler(Object whole, String sql) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().startsWith("execute")) {
                SENT.get().add(arguments == null ? sql : arguments[0].toString());
            }
            Object result;
            try {
                result = method.invoke(whole, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
            if (!(result instanceof Statement statement) || !(whole instanceof Connection)) {
                return result;
            }
            @SuppressWarnings("unchecked")
            var type = (Class<Statement>) method.getReturnType();
            return counted(type, statement, arguments == null ? "" : arguments[0].toString());
        }
    }
}
