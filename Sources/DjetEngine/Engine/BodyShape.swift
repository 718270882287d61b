/// The body that a route takes.
public enum BodyShape: Sendable {
    /// No body.
    case none
    /// A value, as JSON or as an HTML form, up to the site's limit for values.
    case value(any (Decodable & Sendable).Type)
    /// JSON or an HTML form, up to the same limit. The route itself finds out its shape.
    case open
    /// A body of one of these media types (`text/csv`, `text/*`, `*/*`), up to the site's limit for uploads,
    /// which the route reads as it arrives.
    case stream([String])
}
