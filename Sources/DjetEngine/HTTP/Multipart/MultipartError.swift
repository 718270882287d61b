/// Why a multipart body cannot be read.
enum MultipartError: Error, Hashable {
    /// It is not what RFC 7578 describes.
    case malformed(String)
    /// It has more of something than is allowed.
    case tooMuch(String)

    /// What to tell the client.
    var reason: String {
        switch self {
        case .malformed(let reason), .tooMuch(let reason): reason
        }
    }
}
