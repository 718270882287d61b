import HTTPTypes
import Hummingbird

extension Dispatch {
    /// Throws `RequestError` of 412 if the page has changed since the client read it (`If-Match`, RFC 9110,
    /// 13.1.1). The tag is that of the page under the same address. It is checked before the change, not with
    /// it: two simultaneous requests may both pass.
    func refuseIfChanged(_ visit: Visit) async throws {
        guard let names = request.headers[.ifMatch], !isReading else { return }
        guard let (route, parameters) = try? site.route(for: .get, at: visit.place), visit.may(route.right),
            case .bytes(let bytes) = try await route.action(visit.reading(parameters)).rendered(for: visit)
                .body,
            EntityTag(of: bytes.readableBytesView).isNamedStrongly(by: names)
        else { throw RequestError(.preconditionFailed, "it has changed since you read it: read it again") }
    }

    /// Returns the response with what all share: security headers, the tag, 304 if the client has it, no body
    /// for HEAD.
    func finish(_ answer: RenderedReply) -> Response {
        var answer = answer
        if isReading, answer.status == .ok { answer.tag() }
        SecurityHeaders.add(to: &answer.headers)
        if isReading, answer.status == .ok, let tag = answer.headers[.eTag], isKnown(tag) {
            answer.headers[.contentType] = nil
            return Response(status: .notModified, headers: answer.headers)
        }
        let response = answer.response(sending: transfer)
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Notes that a body is being sent, for as long as it may take. Returns a closure that notes its end.
    private func transfer() -> @Sendable () -> Void {
        let requests = site.requests
        let id = requests.send(for: site.limits.transfer, to: client)
        return { requests.leave(id) }
    }

    private func isKnown(_ tag: String) -> Bool {
        guard let names = request.headers[.ifNoneMatch] else { return false }
        return EntityTag(quoted: tag).isNamed(by: names)
    }
}
