package io.alcove.cel.library;

import static io.alcove.cel.type.CelType.BOOL;
import static io.alcove.cel.type.CelType.INT;
import static io.alcove.cel.type.CelType.STRING;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;
import io.alcove.cel.value.CelError;
import java.util.function.Predicate;

/** IP addresses and networks. */
public final class Addresses {

    private Addresses() {}

    public static Library library() {
        return Library.of(
                        FunctionDeclaration.of(
                                "ip",
                                Overload.unary(
                                        "string_to_ip",
                                        STRING,
                                        IpAddress.TYPE,
                                        s -> IpAddress.parse((String) s)),
                                Overload.memberUnary(
                                        "cidr_ip",
                                        Cidr.TYPE,
                                        IpAddress.TYPE,
                                        c -> ((Cidr) c).address())),
                        FunctionDeclaration.of(
                                "family",
                                Overload.memberUnary(
                                        "ip_family",
                                        IpAddress.TYPE,
                                        INT,
                                        a -> (long) ((IpAddress) a).family())),
                        FunctionDeclaration.of(
                                "ip.isCanonical",
                                Overload.unary(
                                        "ip_is_canonical", STRING, BOOL, Addresses::canonical)),
                        FunctionDeclaration.of(
                                "isIP",
                                Overload.unary(
                                        "is_ip",
                                        STRING,
                                        BOOL,
                                        s -> IpAddress.parse((String) s) instanceof IpAddress)),
                        test(
                                "isUnspecified",
                                "is_unspecified",
                                a -> a.address().isAnyLocalAddress()),
                        test("isLoopback", "is_loopback", a -> a.address().isLoopbackAddress()),
                        test(
                                "isLinkLocalMulticast",
                                "is_link_local_multicast",
                                IpAddress::isLinkLocalMulticast),
                        test(
                                "isLinkLocalUnicast",
                                "is_link_local_unicast",
                                a -> a.address().isLinkLocalAddress()),
                        test("isGlobalUnicast", "is_global_unicast", IpAddress::isGlobalUnicast),
                        FunctionDeclaration.of(
                                "string",
                                Overload.unary(
                                        "ip_to_string", IpAddress.TYPE, STRING, Object::toString),
                                Overload.unary(
                                        "cidr_to_string", Cidr.TYPE, STRING, Object::toString)),
                        FunctionDeclaration.of(
                                "cidr",
                                Overload.unary(
                                        "string_to_cidr",
                                        STRING,
                                        Cidr.TYPE,
                                        s -> Cidr.parse((String) s))),
                        FunctionDeclaration.of(
                                "isCIDR",
                                Overload.unary(
                                        "is_cidr",
                                        STRING,
                                        BOOL,
                                        s -> Cidr.parse((String) s) instanceof Cidr)),
                        FunctionDeclaration.of(
                                "containsIP",
                                Overload.memberBinary(
                                        "cidr_contains_ip_string",
                                        Cidr.TYPE,
                                        STRING,
                                        BOOL,
                                        (c, s) ->
                                                containsIp((Cidr) c, IpAddress.parse((String) s))),
                                Overload.memberBinary(
                                        "cidr_contains_ip_ip",
                                        Cidr.TYPE,
                                        IpAddress.TYPE,
                                        BOOL,
                                        (c, a) -> containsIp((Cidr) c, a))),
                        FunctionDeclaration.of(
                                "containsCIDR",
                                Overload.memberBinary(
                                        "cidr_contains_cidr_string",
                                        Cidr.TYPE,
                                        STRING,
                                        BOOL,
                                        (c, s) -> containsCidr((Cidr) c, Cidr.parse((String) s))),
                                Overload.memberBinary(
                                        "cidr_contains_cidr",
                                        Cidr.TYPE,
                                        Cidr.TYPE,
                                        BOOL,
                                        (c, o) -> containsCidr((Cidr) c, o))),
                        FunctionDeclaration.of(
                                "prefixLength",
                                Overload.memberUnary(
                                        "cidr_prefix_length",
                                        Cidr.TYPE,
                                        INT,
                                        c -> (long) ((Cidr) c).bits())),
                        FunctionDeclaration.of(
                                "masked",
                                Overload.memberUnary(
                                        "cidr_masked",
                                        Cidr.TYPE,
                                        Cidr.TYPE,
                                        c -> ((Cidr) c).masked())))
                .withTypes(IpAddress.TYPE, Cidr.TYPE);
    }

    private static FunctionDeclaration test(String name, String id, Predicate<IpAddress> test) {
        return FunctionDeclaration.of(
                name,
                Overload.memberUnary(
                        "ip_" + id, IpAddress.TYPE, BOOL, a -> test.test((IpAddress) a)));
    }

    private static Object canonical(Object text) {
        Object address = IpAddress.parse((String) text);
        return address instanceof CelError ? address : (Object) address.toString().equals(text);
    }

    private static Object containsIp(Cidr cidr, Object address) {
        return address instanceof IpAddress ip
                ? (Object) cidr.contains(ip)
                : CelError.NO_SUCH_OVERLOAD;
    }

    private static Object containsCidr(Cidr cidr, Object other) {
        return other instanceof Cidr o ? (Object) cidr.contains(o) : other;
    }
}
