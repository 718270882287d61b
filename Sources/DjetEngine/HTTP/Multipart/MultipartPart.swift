/// A part of a form, without its content.
struct MultipartPart: Sendable, Hashable {
    /// The field's name.
    var name: String
    /// The file's name at its origin. It comes from people and may be anything.
    var fileName: String?
    /// The media type that the client names; nil if it names none.
    var contentType: String?
}
