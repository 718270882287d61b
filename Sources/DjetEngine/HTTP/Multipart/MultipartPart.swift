/// A part of a form, its content apart.
struct MultipartPart: Sendable, Hashable {
    /// The field's name.
    var name: String
    /// The name that the file had where it comes from. It comes from people: it may be anything.
    var fileName: String?
    /// What it contains, as the client says; nil if it does not.
    var contentType: String?
}
