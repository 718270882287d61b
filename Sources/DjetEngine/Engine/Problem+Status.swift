import HTTPTypes

extension Problem {
    /// The HTTP status for answers.
    var httpStatus: HTTPResponse.Status { HTTPResponse.Status(code: status, reasonPhrase: title) }
}
