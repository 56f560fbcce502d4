package io.alcove.dns.wire;

/** How a question was answered. The constants bear the names that DNS tools print. */
public enum ResponseCode {
    NOERROR(0),
    FORMERR(1),
    SERVFAIL(2),
    NXDOMAIN(3),
    NOTIMP(4),
    REFUSED(5),
    /** Of EDNS: its upper bits stand in the OPT record. */
    BADVERS(16);

    private final int number;

    ResponseCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Another server's code; one that is not known here counts as its failure. */
    public static ResponseCode of(int number) {
        for (ResponseCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        return SERVFAIL;
    }
}
