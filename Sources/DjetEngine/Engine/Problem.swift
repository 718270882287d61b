public import DjetModel
import DjetStore
import HTTPTypes

/// The answer of an engine that cannot do what it was asked for: problem details (RFC 9457).
public struct Problem: Codable, Sendable, Hashable {
    /// The media type of its JSON.
    public static let mediaType = "application/problem+json"

    /// The HTTP status.
    public var status: Int
    /// The meaning of the status, in constant words.
    public var title: String
    /// The fault in this case, for the person who asked.
    public var detail: String?
    /// The job that does the same already, if that is the problem.
    public var ticket: TicketID?
    /// The faults of the fields that were sent, if that is the problem; the first 50.
    public var errors: [FieldErrors.FieldError]?
    /// The number of faults beyond these; nil if there are none.
    public var moreErrors: Int?

    /// Creates the problem for an error. An error that is not meant for clients becomes a plain 500; its
    /// detail stays in the log.
    public init(_ error: any Error) {
        switch error {
        case let error as ModelError:
            let (status, title) = Self.answer(to: error)
            self.init(status: status, title: title, detail: error.message)
        case let error as JobError:
            let (status, title) = Self.answer(to: error)
            self.init(status: status, title: title, detail: error.description)
        case let error as DuplicateJob:
            self.init(status: 409, title: "Conflict", detail: error.description)
            ticket = error.ticket
        case let error as FileTooLong:
            self.init(status: 413, title: "Content Too Large", detail: error.description)
        case let error as RequestError:
            self.init(status: error.status.code, title: error.status.reasonPhrase, detail: error.detail)
        case let error as FieldErrors:
            self.init(status: 422, title: "Unprocessable Content", detail: error.description)
            errors = error.errors
            moreErrors = error.more > 0 ? error.more : nil
        case let error as StoreError: self.init(error)
        case let error as any PassingError:
            self.init(status: 503, title: "Service Unavailable", detail: "\(error)")
        // A refusal of the business, in its own words.
        case let error as any FinalError:
            self.init(status: 422, title: "Unprocessable Content", detail: "\(error)")
        default: self.init(status: 500, title: "Internal Server Error", detail: nil)
        }
    }

    private init(_ error: StoreError) {
        if let refused = ModelError(ofValueIn: error) {
            self.init(refused)
        } else if error.isPassing {
            let detail = "the database cannot be reached at present; nothing was lost, try again soon"
            self.init(status: 503, title: "Service Unavailable", detail: detail)
        } else {
            self.init(status: 500, title: "Internal Server Error", detail: nil)
        }
    }

    /// The HTTP status for answers.
    var httpStatus: HTTPResponse.Status { HTTPResponse.Status(code: status, reasonPhrase: title) }

    private init(status: Int, title: String, detail: String?) {
        self.status = status
        self.title = title
        self.detail = detail
    }

    private static func answer(to error: ModelError) -> (Int, String) {
        switch error {
        case .invalid: (422, "Unprocessable Content")
        case .notFound: (404, "Not Found")
        case .conflict: (409, "Conflict")
        case .forbidden: (403, "Forbidden")
        case .unavailable: (503, "Service Unavailable")
        }
    }

    private static func answer(to error: JobError) -> (Int, String) {
        switch error {
        case .unknown: (404, "Not Found")
        case .cancelled, .expired, .notCommitted: (409, "Conflict")
        case .timedOut: (504, "Gateway Timeout")
        case .failed: (500, "Internal Server Error")
        }
    }
}

extension StoreError {
    /// True if the error may pass by itself.
    fileprivate var isPassing: Bool {
        [.unavailable, .cannotConnect, .connectionLost, .poolExhausted].contains(code)
            // lock_not_available
            || sqlState?.rawValue == "55P03"
    }
}
