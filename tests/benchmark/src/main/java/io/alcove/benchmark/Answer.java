package io.alcove.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads answers of HTTP/1.1 off one connection, and hands the bytes of their bodies on. */
final class Answer {

    private static final int MAX_HEAD = 16 * 1024;

    /** What takes the pieces of a body; they are not its to keep. */
    interface Sink {
        void take(byte[] bytes, int from, int to) throws IOException;
    }

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;
    private int status;
    private long length;
    private boolean chunked;

    Answer(InputStream in) {
        this.in = in;
    }

    int status() {
        return status;
    }

    /** Reads the head, after which the body is to be read. */
    void readHead() throws IOException {
        String first = line();
        status = Integer.parseInt(first.substring(9, 12));
        length = 0;
        chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = header.contains("chunked");
            }
        }
    }

    void readBody(Sink sink) throws IOException {
        if (!chunked) {
            read(length, sink);
            return;
        }
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            read(size, sink);
            line();
        }
        line();
    }

    private long chunkSize() throws IOException {
        return Long.parseLong(line(), 16);
    }

    private void read(long bytes, Sink sink) throws IOException {
        long left = bytes;
        while (left > 0) {
            fill();
            int part = (int) Math.min(left, end - at);
            sink.take(buffer, at, at + part);
            at += part;
            left -= part;
        }
    }

    private String line() throws IOException {
        StringBuilder longer = new StringBuilder();
        while (longer.length() < MAX_HEAD) {
            fill();
            for (int i = at; i < end; i++) {
                if (buffer[i] == '\n') {
                    longer.append(text(at, i));
                    at = i + 1;
                    int size = longer.length();
                    boolean returned = size > 0 && longer.charAt(size - 1) == '\r';
                    return longer.substring(0, returned ? size - 1 : size);
                }
            }
            longer.append(text(at, end));
            at = end;
        }
        throw new IOException("a line without an end");
    }

    private String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private void fill() throws IOException {
        if (at < end) {
            return;
        }
        at = 0;
        end = in.read(buffer);
        if (end < 0) {
            throw new EOFException("the server closed the connection");
        }
    }
}
