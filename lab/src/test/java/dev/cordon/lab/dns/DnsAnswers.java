package dev.cordon.lab.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.OperationNotSupportedException;
import javax.naming.directory.InitialDirContext;

/** Asks a name server on the loopback address, as a client would. */
public record DnsAnswers(int port) {

    /** The addresses of a name, both families; none where it has none or is not there. */
    public List<String> addresses(String name) {
        var addresses = new ArrayList<String>();
        addresses.addAll(records(name, "A"));
        addresses.addAll(records(name, "AAAA"));
        return addresses.stream().sorted().toList();
    }

    /** Records of one type, by its name or its number, as text; none also where the server refuses to speak of it. */
    public List<String> records(String name, String type) {
        try {
            var context = new InitialDirContext(environment());
            var found = new ArrayList<String>();
            var attribute = context.getAttributes(name, new String[] {type}).get(type);
            for (var i = 0; attribute != null && i < attribute.size(); i++) {
                found.add(String.valueOf(attribute.get(i)));
            }
            context.close();
            return found;
        } catch (NameNotFoundException | OperationNotSupportedException _) { // NXDOMAIN and REFUSED are answers
            return List.of();
        } catch (NamingException e) {
            throw new IllegalStateException("no answer for " + name + " " + type, e);
        }
    }

    private Properties environment() {
        var environment = new Properties();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, "dns://127.0.0.1:" + port);
        return environment;
    }
}
