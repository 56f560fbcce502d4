package io.alcove.apiserver.storage.cache;

import io.alcove.apiserver.storage.StoredObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The objects of a tree whose keys are in a range. */
final class TreeRange implements Iterable<StoredObject> {

    private final ObjectTree.@Nullable Node root;
    private final KeyRange keys;

    TreeRange(ObjectTree.@Nullable Node root, KeyRange keys) {
        this.root = root;
        this.keys = keys;
    }

    /** Takes a time that grows with the tree's height. */
    int size() {
        int before = 0;
        int notAfter = 0;
        for (ObjectTree.Node node = root; node != null; ) {
            boolean isBefore = keys.isBefore(node.object().name());
            before += isBefore ? ObjectTree.size(node.left()) + 1 : 0;
            node = isBefore ? node.right() : node.left();
        }
        for (ObjectTree.Node node = root; node != null; ) {
            boolean isAfter = keys.endsBefore(node.object().name());
            notAfter += isAfter ? 0 : ObjectTree.size(node.left()) + 1;
            node = isAfter ? node.left() : node.right();
        }
        return Math.max(0, notAfter - before);
    }

    List<StoredObject> toList() {
        List<StoredObject> list = new ArrayList<>(size());
        forEach(list::add);
        return list;
    }

    @Override
    public Iterator<StoredObject> iterator() {
        return new InOrder();
    }

    private final class InOrder implements Iterator<StoredObject> {

        private final Deque<ObjectTree.Node> path = new ArrayDeque<>();

        InOrder() {
            descend(root);
        }

        private void descend(ObjectTree.@Nullable Node from) {
            ObjectTree.Node node = from;
            while (node != null) {
                if (keys.isBefore(node.object().name())) {
                    node = node.right();
                } else {
                    path.push(node);
                    node = node.left();
                }
            }
        }

        @Override
        public boolean hasNext() {
            ObjectTree.Node next = path.peek();
            return next != null && !keys.endsBefore(next.object().name());
        }

        @Override
        public StoredObject next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ObjectTree.Node node = path.pop();
            descend(node.right());
            return node.object();
        }
    }
}
