import DjetJSON
import HTTPTypes
import Hummingbird
import NIOCore

/// A reader of a request's body, in the form that the route wants.
struct BodyReader {
    private let request: Request
    private let shape: BodyShape
    private let limits: SiteLimits
    private let mediaType: String

    init(_ request: Request, _ shape: BodyShape, _ limits: SiteLimits) {
        self.request = request
        self.shape = shape
        self.limits = limits
        mediaType = MediaName.of(request.headers[.contentType] ?? "")
    }

    /// Returns the body. Throws `RequestError`: 413 if it is too long, 415 if the route cannot read its type
    /// or it is compressed, 501 for an unknown transfer coding, 400 or 422 if it is malformed. Faults of the
    /// head are told before the body arrives.
    func body() async throws -> VisitBody {
        try refuseCoding()
        switch shape {
        case .none: return mediaType == MediaName.form ? try await form() : try await nothing()
        case .value, .open: return try await value()
        case .stream(let types): return try await stream(types)
        }
    }

    private func nothing() async throws -> VisitBody {
        _ = try await text()
        return .none
    }

    private func value() async throws -> VisitBody {
        switch mediaType {
        case MediaName.form: return try await form()
        case MediaName.json: return .json(try JSONBody.tree(of: await text()))
        case "" where isEmpty: return .json(.object([]))
        default: throw unsupported([MediaName.json, MediaName.form])
        }
    }

    private func form() async throws -> VisitBody {
        .form(try FormText.pairs(try await text()))
    }

    private func stream(_ types: [String]) async throws -> VisitBody {
        // The common code reads and checks a form, even for a route that streams.
        if mediaType == MediaName.form, types.contains(MediaName.form) { return try await form() }
        // An empty body needs no media type.
        let isNothing = mediaType.isEmpty && isEmpty
        guard isNothing || MediaName.isOne(mediaType, of: types) else { throw unsupported(types) }
        // JSON is one value, whoever reads it.
        try refuseLength(over: mediaType == MediaName.json ? limits.value : limits.upload)
        return .stream(request.body, mediaType: mediaType)
    }

    private var isEmpty: Bool {
        request.headers[.contentLength] ?? "0" == "0" && request.headers[.transferEncoding] == nil
    }

    private func text() async throws -> String {
        try BodyText.text(of: try await bytes().readableBytesView)
    }

    private func bytes() async throws -> ByteBuffer {
        try refuseLength(over: limits.value)
        do {
            return try await request.body.collect(upTo: limits.value)
        } catch is NIOTooManyBytesError {
            throw BodyBytes.tooMany(limits.value)
        } catch {
            // A client that breaks off is not the server's fault.
            try Task.checkCancellation()
            throw BodyBytes.cutOff
        }
    }

    /// Throws `RequestError` of 413 if the declared length is over the limit, without waiting for the body.
    private func refuseLength(over limit: Int) throws {
        guard let said = request.headers[.contentLength] else { return }
        guard let length = Int(said), length <= limit else { throw BodyBytes.tooMany(limit) }
    }

    /// Throws `RequestError` if the body is compressed (415) or has an unknown transfer coding (501).
    private func refuseCoding() throws {
        let codings = request.headers[values: .contentEncoding].flatMap { $0.split(separator: ",") }
            .map { $0.filter { !$0.isWhitespace }.lowercased() }
        if let coding = codings.first(where: { $0 != "identity" && !$0.isEmpty }) {
            throw RequestError(
                .unsupportedMediaType, "the body is encoded as “\(coding.beginning(40))”: send it unencoded",
                headers: [.acceptEncoding: "identity"])
        }
        let transfer = request.headers[values: .transferEncoding].joined(separator: ",").lowercased()
        guard transfer.isEmpty || transfer == "chunked" else {
            throw RequestError(
                .notImplemented, "the transfer coding “\(transfer.beginning(40))” is not supported")
        }
    }

    private func unsupported(_ types: [String]) -> RequestError {
        let found = mediaType.isEmpty ? "no content type" : mediaType.beginning(100)
        return RequestError(
            .unsupportedMediaType,
            "the body's type is not supported here (\(found)): expected \(types.joined(separator: " or "))",
            headers: [.accept: types.joined(separator: ", ")])
    }
}
