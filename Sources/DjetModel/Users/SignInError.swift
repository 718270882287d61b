/// Why somebody is not let in.
public enum SignInError: FinalError, Hashable, Sendable {
    /// The name or the password is wrong, or the user is disabled. Which of these is not told.
    case refused
    /// The one-time code is wrong or too old, or was used before.
    case wrongCode
    /// There were too many failures: wait this many seconds.
    case wait(seconds: Int)
}

extension SignInError: CustomStringConvertible {
    /// What to tell the person.
    public var description: String {
        switch self {
        case .refused: "The name or the password is wrong."
        case .wrongCode: "The code is wrong or too old, or was used before."
        case .wait(let seconds):
            "There were too many failed attempts. Try again in \(seconds) second\(seconds == 1 ? "" : "s")."
        }
    }
}
