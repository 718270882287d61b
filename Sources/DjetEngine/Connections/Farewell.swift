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
        case .late: "The request arrived too slowly and timed out. Send it again."
        case .displaced:
            "The server needed the connection for others, and your request had been idle the longest. Send it again."
        case .tooManyFromThere:
            "Your address has reached its limit of connections. Close some, or try again in a moment."
        case .full: "The server has reached its limit of connections. Try again in a moment."
        }
    }

    private var retry: String {
        switch self {
        case .late: ""
        case .displaced, .tooManyFromThere, .full: "Retry-After: 5\r\n"
        }
    }
}
