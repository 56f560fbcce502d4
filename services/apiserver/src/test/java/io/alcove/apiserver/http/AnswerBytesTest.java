package io.alcove.apiserver.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class AnswerBytesTest {

    @Test
    void sendsTheSameBytesInPiecesOfAnySize() throws IOException {
        AnswerBytes.Builder builder = new AnswerBytes.Builder(4);
        builder.add(ascii("abc"), 0);
        builder.add(ascii("--defghij"), 2);
        builder.add(ascii(""), 0);
        builder.add(ascii("k"), 0);
        AnswerBytes bytes = builder.build();
        assertThat(bytes.length()).isEqualTo(11);
        assertThat(bytes.whole()).isEqualTo(ascii("abcdefghijk"));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        bytes.writeTo(written);
        assertThat(written.toByteArray()).isEqualTo(bytes.whole());
        for (int size = 1; size <= 12; size++) {
            assertThat(inPieces(bytes, size)).as("pieces of " + size).isEqualTo("abcdefghijk");
        }
    }

    private static String inPieces(AnswerBytes bytes, int size) {
        StringBuilder text = new StringBuilder();
        Iterator<ByteBuf> pieces = bytes.pieces(size);
        while (pieces.hasNext()) {
            ByteBuf piece = pieces.next();
            assertThat(piece.readableBytes()).isLessThanOrEqualTo(size);
            text.append(piece.toString(StandardCharsets.US_ASCII));
            piece.release();
        }
        return text.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
