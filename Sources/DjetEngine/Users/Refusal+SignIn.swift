import DjetModel
import HTTPTypes

extension Refusal {
    /// Why somebody is not let in, in the language of HTTP: 401, or 429 with the seconds to wait.
    init(_ error: SignInError) {
        switch error {
        case .refused, .wrongCode:
            self.init(.unauthorized, error.description, headers: [.wwwAuthenticate: "Bearer realm=\"djet\""])
        case .wait(let seconds):
            self.init(.tooManyRequests, error.description, headers: [.retryAfter: "\(seconds)"])
        }
    }

    /// What people are told on the page where they tried: what an error of theirs is.
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
    /// A page that tells of a refusal, with what the refusal says at its head.
    init(_ refusal: Refusal, _ page: Reply) {
        self = page
        status = refusal.status
        for field in refusal.headers { headers[field.name] = field.value }
    }
}
