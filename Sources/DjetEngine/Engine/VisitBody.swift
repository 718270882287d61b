import Hummingbird

/// The body of a request.
enum VisitBody: Sendable {
    case none
    /// JSON.
    case json(String)
    /// The fields of an HTML form.
    case form([(name: String, value: String)])
    /// The bytes as they arrive, with their media type.
    case stream(RequestBody, mediaType: String)
}
