import DjetJSON
public import Foundation

/// A job with its long parts: whole for programs, or cut to their beginnings for pages.
@dynamicMemberLookup
public struct JobDetails: Sendable {
    /// The job without its long parts.
    public var summary: JobSummary
    /// The language of the user who offloaded it.
    public var locale: String?
    /// The offloader's environment, as JSON: user, locale, tenant and trace.
    public var environment: String
    /// The handler's arguments as JSON, or their beginning.
    public var arguments: String
    /// The reply as JSON, or its beginning.
    public var reply: String?
    /// The error of the last attempt, with its message or the beginning of that.
    public var error: JobFailure?
    /// The number of attempts that it was given; nil for as many as its handler allows.
    public var attempts: Int?
    /// The bytes of the parts as JSON. Empty if all of them are whole.
    private var sizes: [JobPart: Int] = [:]

    /// The message of that error, or its beginning.
    public var errorMessage: String? { error?.message }

    /// The rule by which it is unique; nil if it is not.
    public var unique: Unique? { said?.unique }
    /// The time by which it must have begun, if its offload set one.
    public var expires: Date? { said?.expires.flatMap { Date.sent($0) } }
    /// The longest time of an attempt, if its offload set one.
    public var timeout: Duration? { said?.timeout.map { .bounded(seconds: $0) } }
    /// The tags by which people find it.
    public var tags: [String] { said?.tags ?? [] }
    /// The group that it belongs to.
    public var group: GroupID? { said?.group }
    /// The note of whoever offloaded it.
    public var note: String? { said?.note }

    /// The environment as a value; nil if it cannot be read.
    var said: JobEnvironment? { try? JSON.value(JobEnvironment.self, from: environment) }

    /// Returns a property of the summary.
    public subscript<Value>(dynamicMember property: KeyPath<JobSummary, Value>) -> Value {
        summary[keyPath: property]
    }

    /// Returns the number of bytes of a part as JSON; nil if there is none, or if all parts are whole.
    public func size(of part: JobPart) -> Int? { sizes[part] }

    /// Returns true if only the beginning of a part is here.
    public func isCut(_ part: JobPart) -> Bool { (size(of: part) ?? 0) > JobPart.shown }
}

extension JobDetails: Decodable {
    private enum CodingKeys: CodingKey {
        case locale, environment, arguments, argumentsSize, reply, replySize, progressSize, error, errorSize
        case attempts
    }

    /// Reads a row of the view `jobs`, which is whole, or of the view `shown_jobs`.
    public init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        summary = try JobSummary(from: decoder)
        locale = try row.decodeIfPresent(String.self, forKey: .locale)
        environment = try row.decode(String.self, forKey: .environment)
        arguments = try row.decode(String.self, forKey: .arguments)
        reply = try row.decodeIfPresent(String.self, forKey: .reply)
        attempts = try row.decodeIfPresent(Int.self, forKey: .attempts)
        sizes[.arguments] = try row.decodeIfPresent(Int.self, forKey: .argumentsSize)
        sizes[.reply] = try row.decodeIfPresent(Int.self, forKey: .replySize)
        sizes[.progress] = try row.decodeIfPresent(Int.self, forKey: .progressSize)
        sizes[.error] = try row.decodeIfPresent(Int.self, forKey: .errorSize)
        if row.contains(.error) {
            error = try row.decodeIfPresent(JobFailure.self, forKey: .error)
            summary.errorType = error?.type
        } else {
            error = summary.errorMessage.map { message in
                // A job that no worker of Djet's ran may have a longer message than `JobFailure` keeps.
                var failure = JobFailure(type: summary.errorType ?? "unknown", message: "")
                failure.message = message
                return failure
            }
        }
        summary.errorMessage = error.map { JobSummary.shortened($0.message) }
    }
}
