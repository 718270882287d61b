import DjetModel
import HTTPTypes

extension RequestError {
    /// Creates the refusal of a sign-in: 401, or 429 with the seconds to wait.
    init(_ error: SignInError) {
        switch error {
        case .refused, .wrongCode:
            self.init(.unauthorized, error.description, headers: [.wwwAuthenticate: "Bearer realm=\"djet\""])
        case .wait(let seconds):
            self.init(.tooManyRequests, error.description, headers: [.retryAfter: "\(seconds)"])
        }
    }

    /// Creates the refusal to show on the page where people tried; nil unless it is a sign-in, model or field
    /// error.
    init?(forPageOf error: any Error) {
        switch error {
        case let error as SignInError: self.init(error)
        case is ModelError, is FieldErrors:
            let problem = Problem(error)
            self.init(problem.httpStatus, problem.detail ?? problem.title)
        default: return nil
        }
    }
}

extension Reply {
    /// Creates a page that shows a refusal and has its status and headers.
    init(_ refusal: RequestError, _ page: Reply) {
        self = page
        status = refusal.status
        for field in refusal.headers { headers[field.name] = field.value }
    }
}
