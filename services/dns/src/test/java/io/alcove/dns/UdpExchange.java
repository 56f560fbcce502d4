package io.alcove.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import org.xbill.DNS.Message;

/** Packets as they are, where the client of the other tests would not send them. */
final class UdpExchange {

    private static final int PATIENCE_MILLIS = 10_000;

    private UdpExchange() {}

    static Message send(int port, Message question) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            send(socket, port, question.toWire());
            DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
            socket.receive(answer);
            return new Message(Arrays.copyOf(answer.getData(), answer.getLength()));
        }
    }

    static void sendOnly(int port, byte[] packet) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            send(socket, port, packet);
        }
    }

    private static void send(DatagramSocket socket, int port, byte[] packet) throws IOException {
        socket.send(
                new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
    }
}
