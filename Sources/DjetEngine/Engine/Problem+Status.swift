import HTTPTypes

extension Problem {
    /// The HTTP status, as answers have it.
    var httpStatus: HTTPResponse.Status { HTTPResponse.Status(code: status, reasonPhrase: title) }
}
