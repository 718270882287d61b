import DjetModel

struct SendNotice: ModelFunction {
    static let name = "library.send-notice"
    static let queue = "mail"
    static let commit = Commit.detached
    static let timeout: Duration? = .seconds(30)
    static let retry = Retry(attempts: 8, first: .seconds(10))
    var loan: Int64
    var reader: String

    func run(in model: Model) async throws -> Nothing {
        let mailer = try model.service((any Mailer).self)
        try await mailer.send(
            "Please bring the book of loan \(loan) back.", to: reader,
            key: model.job?.key ?? "loan \(loan)")
        return Nothing()
    }
}

/// The mail server drops a message whose key it has seen.
protocol Mailer: Sendable {
    func send(_ text: String, to reader: String, key: String) async throws
}

struct QuietMailer: Mailer {
    func send(_ text: String, to reader: String, key: String) async throws {}
}
