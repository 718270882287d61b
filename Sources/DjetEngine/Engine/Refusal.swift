public import HTTPTypes

/// What an engine throws to refuse a request in the language of HTTP.
public struct Refusal: Error, Sendable {
    /// The status.
    public let status: HTTPResponse.Status
    /// What is wrong, and what was expected, for the person who asked.
    public let detail: String
    /// What else the answer says, such as `Retry-After`.
    public let headers: HTTPFields

    /// A refusal.
    public init(_ status: HTTPResponse.Status, _ detail: String, headers: HTTPFields = [:]) {
        self.status = status
        self.detail = detail
        self.headers = headers
    }
}
