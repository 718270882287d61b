import HTTPTypes

/// One of the pages' files.
struct Asset {
    let text: String
    let mediaType: String
    let tag: String

    /// Nil if it is of a kind that is not handed out.
    init?(_ name: String, _ text: String) {
        let types = ["css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"]
        guard let ending = name.split(separator: ".").last, let type = types[String(ending)] else {
            return nil
        }
        self.text = text
        mediaType = "\(type); charset=utf-8"
        tag = EntityTag(of: text.utf8).description
    }

    /// Kept by browsers for an hour, and asked for again by its tag.
    var reply: Reply {
        Reply.text(text, mediaType: mediaType).with(.eTag, tag).with(
            .cacheControl, "public, max-age=3600")
    }
}
