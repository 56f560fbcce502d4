package io.alcove.dns.wire;

/** A question as it is sent on: with an id and an OPT record of our own. */
public final class UpstreamQuery {

    private static final int OPT_LENGTH = 11;

    private UpstreamQuery() {}

    public static byte[] bytes(Query query, int id) {
        int question = query.question().length;
        boolean edns = query.edns().present();
        byte[] message = new byte[Header.LENGTH + question + (edns ? OPT_LENGTH : 0)];
        Header.putU16(message, 0, id);
        Header.putU16(message, Header.FLAGS, flags(query));
        Header.putU16(message, Header.QUESTIONS, 1);
        System.arraycopy(query.question(), 0, message, Header.LENGTH, question);
        if (edns) {
            Header.putU16(message, Header.ADDITIONALS, 1);
            int opt = Header.LENGTH + question + 1;
            Header.putU16(message, opt, RecordType.OPT);
            Header.putU16(message, opt + 2, Query.MAX_UDP_PAYLOAD);
            Header.putU16(message, opt + 6, query.edns().dnssecOk() ? Header.DNSSEC_OK : 0);
        }
        return message;
    }

    /** The header's bits of the question that may change another server's answer. */
    public static int flags(Query query) {
        return query.flags()
                & (Header.RECURSION_DESIRED | Header.AUTHENTIC | Header.CHECKING_DISABLED);
    }
}
