import DjetJSON
import DjetModel
import HTTPTypes

extension Reply {
    /// Returns the answer in the form that the visitor reads. Throws `ModelError.unavailable` for a ticket if
    /// the tree has no node for tickets.
    func rendered(for visit: Visit) throws -> RenderedReply {
        switch content {
        case .empty: return RenderedReply(status, headers, .empty)
        case .bytes(let bytes): return RenderedReply(status, headers, .bytes(bytes))
        case .stream(let length, let write):
            return RenderedReply(status, headers, .stream(length: length, isEndless: isEndless, write))
        case .page(let template, let title, let data):
            return try page(template, title, data, visit)
        case .done(let path, let data):
            return visit.wantsHTML ? elsewhere(.seeOther, path) : try value(data)
        case .ticket(let ticket):
            let path = try visit.site.path(of: ticket, in: visit.tree)
            if visit.wantsHTML { return elsewhere(.seeOther, path) }
            var reply = try value(AcceptedTicket(ticket: ticket.description, location: path))
            reply.headers[.location] = path
            return reply
        }
    }

    private func page(
        _ template: String, _ title: String, _ data: any Encodable, _ visit: Visit
    ) throws -> RenderedReply {
        var reply = try visit.wantsHTML ? html(template, title, data, visit) : value(data)
        reply.headers[.vary] = RenderedReply.varying
        return reply
    }

    private func html(
        _ template: String, _ title: String, _ data: any Encodable, _ visit: Visit
    ) throws -> RenderedReply {
        let text = try visit.site.templates.page(
            template, title: title, data: data, site: SiteContext(visit), in: visit.words)
        var reply = RenderedReply(status, headers, "\(MediaName.html); charset=utf-8", text)
        reply.headers[.contentLanguage] = visit.words.language
        return reply
    }

    private func value(_ data: any Encodable) throws -> RenderedReply {
        RenderedReply(status, headers, MediaName.json, try JSON.text(of: data))
    }

    private func elsewhere(_ status: HTTPResponse.Status, _ path: String) -> RenderedReply {
        var headers = headers
        headers[.location] = path
        return RenderedReply(status, headers, .empty)
    }
}
