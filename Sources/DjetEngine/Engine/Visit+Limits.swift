import DjetModel
import HTTPTypes

extension Visit {
    /// The key by which the visitor is counted: the user's name, or a stranger's address.
    private var countedAs: String {
        user.map { "user \($0.name)" } ?? "address \(address.map(AddressKey.of) ?? "unknown")"
    }

    /// Returns a seat among those who wait or download; nil if all of the visitor's are taken.
    func seatUnlessTaken() -> Seat? { site.waits.take(countedAs) }

    /// Returns such a seat. Throws `RequestError` of 429 if all are taken.
    func takeSeat() throws -> Seat {
        if let seat = seatUnlessTaken() { return seat }
        throw RequestError(
            .tooManyRequests,
            """
            you already follow or download \(site.waits.limit) jobs, pages and files, which is the limit: \
            close some, or try again later
            """, headers: [.retryAfter: "10"])
    }

    /// Throws `RequestError` of 429 if the visitor has as many unfinished jobs as one user may have.
    func refuseTooManyJobs() async throws {
        if let user { try await refuseTooManyJobs(of: user.name) }
    }

    /// Throws `RequestError` of 429 if a user has as many unfinished jobs as one user may have.
    func refuseTooManyJobs(of owner: String) async throws {
        let limit = site.limits.jobsPerUser
        guard try await model.liveJobs(of: owner, atMost: limit) >= limit else { return }
        let subject = owner == user?.name ? "you have" : "\(owner) has"
        throw RequestError(
            .tooManyRequests,
            "\(subject) \(limit) live jobs, which is the limit: wait until some end, or cancel some",
            headers: [.retryAfter: "60"])
    }

    /// Returns how many bytes the user may still store. Throws `RequestError`: 401 for a guest, whose files
    /// would be nobody's, 507 if no room is left.
    func room() async throws -> Int {
        guard let user else {
            throw RequestError(.unauthorized, "sign in, or send a token, to upload files")
        }
        let room = site.limits.storagePerUser - (try await model.storedBytes(of: user.name))
        guard room > 0 else { throw noRoom }
        return room
    }

    /// The refusal (507) of files beyond the user's limit.
    var noRoom: RequestError {
        RequestError(
            HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"),
            """
            your stored files would exceed \(Written.bytes(site.limits.storagePerUser)), which is the limit of a \
            user: old files are removed in time, those of a failed or cancelled job at once
            """)
    }
}
