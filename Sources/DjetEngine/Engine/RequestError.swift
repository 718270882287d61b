public import HTTPTypes

/// An error that refuses a request with an HTTP status.
public struct RequestError: Error, Sendable {
    /// The HTTP status.
    public let status: HTTPResponse.Status
    /// The fault and what was expected, for the person who asked.
    public let detail: String
    /// The answer's additional headers, such as `Retry-After`.
    public let headers: HTTPFields

    /// Creates a refusal.
    public init(_ status: HTTPResponse.Status, _ detail: String, headers: HTTPFields = [:]) {
        self.status = status
        self.detail = detail
        self.headers = headers
    }
}
