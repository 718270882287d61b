import NIOCore

/// The answer to a client whose connection the server, rather than the site, ends.
enum Farewell {
    /// The head of its request did not arrive in time, or its body arrives too slowly.
    case late
    /// It has been silent for the longest, and others needed the room.
    case displaced
    /// The clients of its address have taken all that one address may have.
    case tooManyFromThere
    /// The server has no room, and no client that could make any.
    case full

    /// The whole answer.
    var bytes: ByteBuffer {
        let text = words + "\n"
        return ByteBuffer(
            string: """
                HTTP/1.1 \(status)\r\nContent-Type: text/plain; charset=utf-8\r\n\
                Content-Length: \(text.utf8.count)\r\n\(retry)Connection: close\r\n\r\n\(text)
                """)
    }

    private var status: String {
        switch self {
        case .late: "408 Request Timeout"
        case .tooManyFromThere: "429 Too Many Requests"
        case .displaced, .full: "503 Service Unavailable"
        }
    }

    private var words: String {
        switch self {
        case .late: "The request came too slowly and was not waited for any longer. Send it again."
        case .displaced:
            "Others needed the room, and your request had stood still for the longest. Send it again."
        case .tooManyFromThere:
            "Your address has as many connections as one may have. Close some, or come again in a moment."
        case .full: "The server has no room for another connection at present. Come again in a moment."
        }
    }

    private var retry: String {
        switch self {
        case .late: ""
        case .displaced, .tooManyFromThere, .full: "Retry-After: 5\r\n"
        }
    }
}
