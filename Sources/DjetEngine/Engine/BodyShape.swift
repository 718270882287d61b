/// What a route wants to be sent.
public enum BodyShape: Sendable {
    /// Nothing.
    case none
    /// A value, as JSON or as an HTML form, as long as the site's limit for values.
    case value(any (Decodable & Sendable).Type)
    /// JSON, or an HTML form, whose shape the route finds out for itself, as long as that.
    case open
    /// A body of any length, of one of these media types (`text/csv`, `text/*`, `*/*`), which the route reads
    /// as it comes.
    case stream([String])
}
