package io.alcove.apiserver.storage.cache;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.StoredObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Objects ordered by their keys; immutable. A change makes a new tree that shares all but the path
 * to the change, so that every revision of the last minutes can be kept.
 *
 * <p>A weight-balanced tree (Adams): no side is more than {@link #DELTA} times the other.
 */
final class ObjectTree {

    static final ObjectTree EMPTY = new ObjectTree(null);

    private static final int DELTA = 3;
    private static final int RATIO = 2;

    private final @Nullable Node root;

    private ObjectTree(@Nullable Node root) {
        this.root = root;
    }

    record Node(@Nullable Node left, StoredObject object, @Nullable Node right, int size) {

        static Node of(@Nullable Node left, StoredObject object, @Nullable Node right) {
            return new Node(
                    left, object, right, ObjectTree.size(left) + ObjectTree.size(right) + 1);
        }
    }

    int size() {
        return size(root);
    }

    Optional<StoredObject> get(ObjectName name) {
        Node node = root;
        while (node != null) {
            int order = KeyOrder.INSTANCE.compare(name, node.object.name());
            if (order == 0) {
                return Optional.of(node.object);
            }
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    ObjectTree with(StoredObject object) {
        return new ObjectTree(put(root, object));
    }

    ObjectTree without(ObjectName name) {
        return new ObjectTree(remove(root, name));
    }

    TreeRange range(KeyRange keys) {
        return new TreeRange(root, keys);
    }

    static int size(@Nullable Node node) {
        return node == null ? 0 : node.size;
    }

    private static Node put(@Nullable Node node, StoredObject object) {
        if (node == null) {
            return Node.of(null, object, null);
        }
        int order = KeyOrder.INSTANCE.compare(object.name(), node.object.name());
        if (order == 0) {
            return Node.of(node.left, object, node.right);
        }
        return order < 0
                ? balance(put(node.left, object), node.object, node.right)
                : balance(node.left, node.object, put(node.right, object));
    }

    private static @Nullable Node remove(@Nullable Node node, ObjectName name) {
        if (node == null) {
            return null;
        }
        int order = KeyOrder.INSTANCE.compare(name, node.object.name());
        if (order < 0) {
            return balance(remove(node.left, name), node.object, node.right);
        }
        if (order > 0) {
            return balance(node.left, node.object, remove(node.right, name));
        }
        return join(node.left, node.right);
    }

    private static @Nullable Node join(@Nullable Node left, @Nullable Node right) {
        if (left == null) {
            return right;
        }
        if (right == null) {
            return left;
        }
        StoredObject first = first(right);
        return balance(left, first, remove(right, first.name()));
    }

    private static StoredObject first(Node node) {
        Node first = node;
        while (first.left != null) {
            first = first.left;
        }
        return first.object;
    }

    private static Node balance(@Nullable Node left, StoredObject object, @Nullable Node right) {
        if (size(left) + size(right) > 1) {
            if (right != null && size(right) > DELTA * size(left)) {
                return size(right.left) < RATIO * size(right.right) || right.left == null
                        ? Node.of(Node.of(left, object, right.left), right.object, right.right)
                        : rotateTwice(left, object, right, right.left);
            }
            if (left != null && size(left) > DELTA * size(right)) {
                return size(left.right) < RATIO * size(left.left) || left.right == null
                        ? Node.of(left.left, left.object, Node.of(left.right, object, right))
                        : Node.of(
                                Node.of(left.left, left.object, left.right.left),
                                left.right.object,
                                Node.of(left.right.right, object, right));
            }
        }
        return Node.of(left, object, right);
    }

    private static Node rotateTwice(
            @Nullable Node left, StoredObject object, Node right, Node middle) {
        return Node.of(
                Node.of(left, object, middle.left),
                middle.object,
                Node.of(middle.right, right.object, right.right));
    }
}
