package io.alcove.apiserver.kinds.storage;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import io.alcove.apiserver.kinds.volume.InlineVolumeRules;
import io.alcove.apiserver.kinds.volume.SharedSources;
import java.util.Map;

/** VolumeAttachments, whose spec never changes. */
public final class VolumeAttachmentValidation implements Validation {

    private static final String EXACTLY_ONE =
            "must specify exactly one of inlineVolumeSpec and persistentVolumeName";
    private static final int MAX_METADATA = 256 * 1024;
    private static final int MAX_MESSAGE = 1024;

    @Override
    public void check(Inspection attachment) {
        Inspection spec = attachment.field("spec");
        SharedSources.driverName(spec.field("attacher"));
        source(spec.field("source"));
        spec.field("nodeName").checked(Names::dns1123Subdomain);
        status(attachment.field("status"));
        Inspection volume = spec.at("source", "persistentVolumeName");
        if (volume.isPresent()) {
            volume.checked(Names::dns1123Subdomain);
        }
    }

    private static void source(Inspection source) {
        Inspection inline = source.field("inlineVolumeSpec");
        Inspection volume = source.field("persistentVolumeName");
        if (!inline.isPresent() && !volume.isPresent()) {
            source.missing(EXACTLY_ONE);
        } else if (inline.isPresent() && volume.isPresent()) {
            source.forbidden(EXACTLY_ONE);
        } else if (volume.isPresent()) {
            volume.required("must specify non empty persistentVolumeName");
        } else {
            InlineVolumeRules.check(inline);
        }
    }

    private static void status(Inspection status) {
        Inspection metadata = status.field("attachmentMetadata");
        long size = 0;
        for (Map.Entry<String, JsonNode> each : metadata.node().properties()) {
            size += Bytes.length(each.getKey()) + Bytes.length(each.getValue().asText(""));
        }
        if (size > MAX_METADATA) {
            metadata.tooLong(MAX_METADATA);
        }
        error(status.field("attachError"));
        error(status.field("detachError"));
    }

    private static void error(Inspection error) {
        if (Bytes.length(error.field("message").text()) > MAX_MESSAGE) {
            error.field("message").tooLong(MAX_METADATA);
        }
        Inspection code = error.field("errorCode");
        if (code.isPresent() && code.number() < 0) {
            code.invalid("must be between 0 and 2147483647, inclusive");
        }
    }

    @Override
    public void checkUpdate(Inspection attachment, ApiObject old) {
        check(attachment);
        attachment.field("spec").immutable(old.at("spec"), "ostorage.VolumeAttachmentSpec");
    }

    @Override
    public void checkStatus(Inspection attachment, ApiObject old) {
        checkUpdate(attachment, old);
    }
}
