import HTTPTypes

/// A static file of the pages.
struct Asset {
    let text: String
    let mediaType: String
    let tag: String

    /// Returns nil unless the name ends with `css`, `js` or `svg`.
    init?(_ name: String, _ text: String) {
        let types = ["css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"]
        guard let ending = name.split(separator: ".").last, let type = types[String(ending)] else {
            return nil
        }
        self.text = text
        mediaType = "\(type); charset=utf-8"
        tag = EntityTag(of: text.utf8).description
    }

    /// The answer. Browsers keep it for an hour, and then ask again by its tag.
    var reply: Reply {
        Reply.text(text, mediaType: mediaType).with(.eTag, tag).with(
            .cacheControl, "public, max-age=3600")
    }
}
