package org.stillpoint.bench.practices;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's driver, with the practice before the columns of each {@code on conflict}, as every unique key of the shared tables has it. */
final class LedByPractice implements Driver {
    private static final String PREFIX = "jdbc:led-by-practice:";

    static {
        try {
            DriverManager.registerDriver(new LedByPractice());
        } catch (SQLException failed) {
            throw new ExceptionInInitializerError(failed);
        }
    }

    /** @param address PostgreSQL's own */
    static String address(String address) {
        return address.replaceFirst("^jdbc:", PREFIX);
    }

    @Override
    public @Nullable Connection connect(String address, Properties properties) throws SQLException {
        if (!acceptsURL(address)) {
            return null;
        }
        return led(
                Connection.class,
                DriverManager.getConnection("jdbc:" + address.substring(PREFIX.length()), properties));
    }

    /** The same, but for what it is asked. */
    private static <T> T led(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                LedByPractice.class.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
                    if (given != null && given.length > 0 && given[0] instanceof String asked) {
                        given[0] = asked.replace("on conflict (", "on conflict (practice, ");
                    }
                    try {
                        Object answer = method.invoke(real, given);
                        return method.getName().equals("createStatement")
                                ? led(Statement.class, (Statement) answer)
                                : answer;
                    } catch (InvocationTargetException failed) {
                        throw Objects.requireNonNull(failed.getCause());
                    }
                }));
    }

    @Override
    public boolean acceptsURL(String address) {
        return address.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String address, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
