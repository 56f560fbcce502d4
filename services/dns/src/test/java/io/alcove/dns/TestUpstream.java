package io.alcove.dns;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A server of other names: those that it was given exist, others do not. */
final class TestUpstream implements AutoCloseable {

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final List<Record> records = new CopyOnWriteArrayList<>();
    private final Map<Name, Integer> codes = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean liesFirst;

    private TestUpstream(DatagramSocket udp, ServerSocket tcp) {
        this.udp = udp;
        this.tcp = tcp;
    }

    static TestUpstream start() {
        try {
            InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
            ServerSocket tcp = new ServerSocket(0, 50, loopback);
            DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), loopback);
            TestUpstream upstream = new TestUpstream(udp, tcp);
            Thread.ofVirtual().start(upstream::serveUdp);
            Thread.ofVirtual().start(upstream::serveTcp);
            return upstream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return udp.getLocalPort();
    }

    int questions() {
        return questions.get();
    }

    /** Records as {@code name ttl type data}. */
    void records(String... texts) {
        for (String text : texts) {
            String[] part = text.split(" ", 4);
            try {
                records.add(
                        Record.fromString(
                                Name.fromString(part[0]),
                                Type.value(part[2]),
                                DClass.IN,
                                Long.parseLong(part[1]),
                                part[3],
                                Name.root));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void code(String name, int code) {
        codes.put(Name.fromConstantString(name), code);
    }

    /** Sends answers with a wrong id and a wrong question before each right one. */
    void lieFirst() {
        liesFirst = true;
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serveUdp() {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        try {
            while (true) {
                packet.setLength(4096);
                udp.receive(packet);
                questions.incrementAndGet();
                Message question = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                if (liesFirst) {
                    sendLies(question, packet.getSocketAddress());
                }
                int limit = question.getOPT() == null ? 512 : question.getOPT().getPayloadSize();
                send(answer(question).toWire(limit), packet.getSocketAddress());
            }
        } catch (IOException e) {
            udp.close();
        }
    }

    private void sendLies(Message question, SocketAddress client) throws IOException {
        Message wrongId = answer(question);
        wrongId.getHeader().setID(question.getHeader().getID() ^ 1);
        wrongId.removeAllRecords(Section.ANSWER);
        send(wrongId.toWire(), client);
        Message wrongName =
                Message.newQuery(
                        Record.newRecord(Name.fromString("evil.example."), Type.A, DClass.IN));
        wrongName.getHeader().setID(question.getHeader().getID());
        wrongName.getHeader().setFlag(Flags.QR);
        send(wrongName.toWire(), client);
        send(new byte[] {1, 2, 3}, client);
    }

    private void send(byte[] bytes, SocketAddress client) throws IOException {
        udp.send(new DatagramPacket(bytes, bytes.length, client));
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                InputStream in = socket.getInputStream();
                byte[] question = in.readNBytes(in.read() << 8 | in.read());
                byte[] answer = answer(new Message(question)).toWire();
                socket.getOutputStream()
                        .write(new byte[] {(byte) (answer.length >> 8), (byte) answer.length});
                socket.getOutputStream().write(answer);
            } catch (IOException _) {
                // closed, or the client hung up
            }
        }
    }

    private Message answer(Message question) {
        Record asked = question.getQuestion();
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(asked, Section.QUESTION);
        if (question.getOPT() != null) {
            answer.addRecord(new OPTRecord(4096, 0, 0), Section.ADDITIONAL);
        }
        records.stream()
                .filter(r -> r.getName().equals(asked.getName()))
                .filter(r -> r.getType() == asked.getType())
                .forEach(r -> answer.addRecord(r, Section.ANSWER));
        boolean exists = records.stream().anyMatch(r -> r.getName().equals(asked.getName()));
        answer.getHeader()
                .setRcode(
                        codes.getOrDefault(
                                asked.getName(), exists ? Rcode.NOERROR : Rcode.NXDOMAIN));
        if (answer.getSection(Section.ANSWER).isEmpty()) {
            answer.addRecord(
                    new SOARecord(
                            Name.fromConstantString("example.com."),
                            DClass.IN,
                            60,
                            Name.root,
                            Name.root,
                            1,
                            1,
                            1,
                            1,
                            60),
                    Section.AUTHORITY);
        }
        return answer;
    }
}
