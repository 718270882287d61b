/// The reason a multipart body cannot be read.
enum MultipartError: Error, Hashable {
    /// The body does not follow RFC 7578.
    case malformed(String)
    /// The body has more of something than is allowed.
    case tooMuch(String)

    /// The message for the client.
    var reason: String {
        switch self {
        case .malformed(let reason), .tooMuch(let reason): reason
        }
    }
}
