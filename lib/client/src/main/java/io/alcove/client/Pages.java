package io.alcove.client;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.proto.objects.v1.ListChunk;
import io.alcove.proto.objects.v1.ListRequest;
import io.alcove.proto.objects.v1.Resource;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Reads a list page by page, each page in the chunks that it is streamed in. */
record Pages(Calls calls, Resource resource) {

    private static final int PAGE_SIZE = 500;

    ObjectList read(ListQuery query, String resourceVersion) {
        List<ApiObject> items = new ArrayList<>();
        ListRequest.Builder request =
                ListRequest.newBuilder()
                        .setResource(resource)
                        .setNamespace(query.namespace())
                        .setSelectors(ResourceClient.selectors(query))
                        .setMetadataOnly(query.metadataOnly())
                        .setResourceVersion(resourceVersion)
                        .setLimit(PAGE_SIZE);
        Page page = readPage(request.build(), items);
        while (!page.continueToken().isEmpty()) {
            // a continue token brings its own revision and takes no other
            page =
                    readPage(
                            request.setResourceVersion("")
                                    .setContinue(page.continueToken())
                                    .build(),
                            items);
        }
        return new ObjectList(items, Long.toString(page.revision()));
    }

    private Page readPage(ListRequest request, List<ApiObject> items) {
        try {
            Iterator<ListChunk> chunks = calls.stub(calls.deadline()).list(request);
            Page page = new Page(0, "");
            while (chunks.hasNext()) {
                ListChunk chunk = chunks.next();
                for (io.alcove.proto.objects.v1.Object item : chunk.getItemsList()) {
                    items.add(ApiObject.parse(item.getJson().toByteArray()));
                }
                page = page.with(chunk);
            }
            calls.count("list", 200);
            return page;
        } catch (StatusRuntimeException e) {
            throw calls.failed("list", e);
        }
    }

    private record Page(long revision, String continueToken) {

        Page with(ListChunk chunk) {
            return new Page(
                    chunk.getRevision() > 0 ? chunk.getRevision() : revision,
                    chunk.getContinue().isEmpty() ? continueToken : chunk.getContinue());
        }
    }
}
