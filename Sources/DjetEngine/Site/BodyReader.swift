import HTTPTypes
import Hummingbird
import NIOCore

/// Reads what a request brings along, if its route wants that.
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

    /// Throws `Refusal` of 413 if it is too long, 415 if it is of a type that the route cannot read, 400 if it
    /// is not what it says it is.
    func body() async throws -> VisitBody {
        switch shape {
        case .none: mediaType == MediaName.form ? try await form() : try await nothing()
        case .value, .open: try await value()
        case .stream(let types): try stream(types)
        }
    }

    private func nothing() async throws -> VisitBody {
        _ = try await text()
        return .none
    }

    private func value() async throws -> VisitBody {
        switch mediaType {
        case MediaName.form: return try await form()
        case MediaName.json: return .json(try JSONBody.checked(await text()))
        case "" where isEmpty: return .json("{}")
        default: throw unsupported([MediaName.json, MediaName.form])
        }
    }

    private func form() async throws -> VisitBody {
        .form(try FormText.pairs(try await text()))
    }

    private func stream(_ types: [String]) throws -> VisitBody {
        // Whoever sends nothing need not say what it is.
        let isNothing = mediaType.isEmpty && isEmpty
        guard isNothing || MediaName.isOne(mediaType, of: types) else { throw unsupported(types) }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limits.upload {
            throw BodyBytes.tooMany(limits.upload)
        }
        return .stream(request.body, mediaType: mediaType)
    }

    private var isEmpty: Bool {
        request.headers[.contentLength] ?? "0" == "0" && request.headers[.transferEncoding] == nil
    }

    private func text() async throws -> String {
        guard let text = String(validating: try await bytes().readableBytesView, as: UTF8.self) else {
            throw Refusal(.badRequest, "the body is no UTF-8")
        }
        return text
    }

    private func bytes() async throws -> ByteBuffer {
        do {
            return try await request.body.collect(upTo: limits.value)
        } catch is NIOTooManyBytesError {
            throw BodyBytes.tooMany(limits.value)
        } catch {
            // A client that goes while it sends is no fault of the server's.
            try Task.checkCancellation()
            throw BodyBytes.cutOff
        }
    }

    private func unsupported(_ types: [String]) -> Refusal {
        let found = mediaType.isEmpty ? "nothing said of its type" : mediaType
        return Refusal(
            .unsupportedMediaType,
            "the body is of a type that is not read here (\(found)): expected \(types.joined(separator: " or "))",
            headers: [.accept: types.joined(separator: ", ")])
    }
}
