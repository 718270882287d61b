import DjetJSON
import HTTPTypes

/// The checks of a request's head, before anything else is done with it.
enum RequestHead {
    /// Returns the refusal of a request that cannot be handled, whatever it is for; nil if it can.
    static func refusal(_ request: HTTPRequest, _ limits: SiteLimits) -> RequestError? {
        if let path = request.path, path.utf8.count > limits.address {
            return RequestError(.uriTooLong, "the address is longer than \(Written.bytes(limits.address))")
        }
        // The first of several is the authority, and no field (RFC 9112, 3.2).
        guard request.authority != nil, !request.headerFields.contains(.known("Host")) else {
            return RequestError(.badRequest, "a request has one header Host, which names the site")
        }
        let isTame = request.headerFields.allSatisfy { !CombiningMarks.areTooMany(in: $0.value) }
        guard isTame, !CombiningMarks.areTooMany(in: request.path ?? "") else {
            return RequestError(
                .badRequest, "a header has too many combining marks")
        }
        guard let expected = request.headerFields[.expect], !isContinue(expected) else { return nil }
        return RequestError(.expectationFailed, "only “Expect: 100-continue” is supported")
    }

    /// Returns true if a client waits for `100 Continue` before it sends the body (RFC 9110, 10.1.1).
    static func awaitsContinue(_ headers: HTTPFields) -> Bool {
        headers[.expect].map(isContinue) ?? false
    }

    private static func isContinue(_ expected: String) -> Bool { expected.lowercased() == "100-continue" }
}
