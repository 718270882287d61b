import Hummingbird

/// What a request brings along.
enum VisitBody: Sendable {
    case none
    /// JSON.
    case json(String)
    /// The fields of an HTML form.
    case form([(name: String, value: String)])
    /// As it comes, with its media type.
    case stream(RequestBody, mediaType: String)
}
