import DjetEngine
import DjetJSON
import DjetModel
import DjetStore

/// A command's early end: one sentence that says what to do, and the exit status.
package struct CommandFailure: Error, CustomStringConvertible {
    let status: ExitStatus
    package let description: String

    package init(_ status: ExitStatus, _ description: String) {
        self.status = status
        self.description = description
    }
}

extension CommandFailure {
    /// Translates any error for the person at the terminal.
    init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let conflict as PartConflict: self.init(.parts, conflict.description)
        case let error as StoreError: self.init(error)
        case let error as JobError: self.init(error)
        case let error as ListenError: self.init(error)
        case let error as EmbeddedPostgresError: self.init(.unavailable, error.description)
        case let error as DecodingError: self.init(.failed, error.sentence)
        case is CancellationError: self.init(.interrupted, "interrupted before the end")
        default: self.init(.failed, "\(error)")
        }
    }

    private init(_ error: StoreError) {
        switch error.code {
        case .cannotConnect:
            let text = error.message.replacing("  ", with: " ")
            let end = text.hasSuffix(".") || text.hasSuffix("?") ? "" : "."
            let origin = EnvironmentSettings.process.originOfServer
            let check = Self.creation(ofMissingIn: error.message).map { "\($0), or check" } ?? "Check"
            self.init(.unavailable, "\(text)\(end) \(check) \(origin).")
        case .unavailable, .connectionLost, .serverTooOld, .poolExhausted:
            self.init(.unavailable, error.description)
        case .migration: self.init(.configuration, Self.named(error.description))
        case .refused where error.isOfPooler: self.init(.configuration, error.advice)
        case .refused: self.init(refused: error)
        case .rolledBack, .unexpectedValue, .misuse: self.init(.failed, error.description)
        }
    }

    /// Returns the advice for a database that its server does not have; nil if that is not what it says.
    private static func creation(ofMissingIn message: String) -> String? {
        let match = message.firstMatch(of: #/database "(?<name>.+?)" does not exist/#)
        guard let name = match.map({ String($0.output.name) }) else { return nil }
        let isPlain = name.wholeMatch(of: #/\w[\w.-]*/#) != nil
        let word = isPlain ? name : "'\(name.replacing("'", with: "'\\''"))'"
        return "Create it on that server with `createdb \(word)`"
    }

    /// Says a refusal in words, with the advice: the server's detail shows rows, and its codes tell people
    /// nothing.
    private init(refused error: StoreError) {
        let known = ModelError(error) ?? ModelError(ofValueIn: error)
        self.init(.failed, known?.message ?? "the database refused the request: \(Self.advice(on: error))")
    }

    /// Returns the error in words. If the login lacks a right, it names the roles that have it.
    private static func advice(on error: StoreError) -> String {
        guard error.sqlState == .insufficientPrivilege, error.hint == nil else { return error.advice }
        return """
            \(error.message). The login lacks a right. Make it a member of djet_offload to offload, of djet_work to \
            run jobs, or of djet_admin to list and steer them; only the owner of the schemas migrates. SECURITY.md \
            lists the other grants, under “Roles in PostgreSQL”.
            """
    }

    private init(_ error: ListenError) {
        switch error.remedy {
        case .port: self.init(.configuration, "\(error); choose another with --port")
        case .host: self.init(.configuration, "\(error); choose another with --host")
        }
    }

    private init(_ error: JobError) {
        switch error {
        case .cancelled, .expired: self.init(.cancelled, error.description)
        case .unknown: self.init(.unknownJob, error.description)
        case .failed, .notCommitted, .timedOut: self.init(.failed, error.description)
        }
    }

    /// Puts this program's name for `djet`, the only one that the rooms below know.
    static func named(_ text: String) -> String {
        text.replacing("`djet ", with: "`\(Application.current.name) ")
    }
}
