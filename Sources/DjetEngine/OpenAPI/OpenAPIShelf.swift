import DjetJSON
import DjetModel
import DjetStore
import NIOCore

/// A cache of OpenAPI documents, one for each set of rights, as long as the tree stays the same.
final class OpenAPIShelf: Sendable {
    /// A document as it goes over the wire.
    struct Document: Sendable {
        let bytes: ByteBuffer
        let tag: String
    }

    struct State {
        var tree: Tree?
        /// The tasks that make the documents: a visitor who comes meanwhile waits for the same one.
        var documents: [[Set<Right>]: Task<Document, any Error>] = [:]
        /// The sets of rights in the order of their documents, oldest first.
        var order: [[Set<Right>]] = []
        var made = 0
    }

    /// The most documents kept. One tree can give more sets of rights: a token may hold any part of its
    /// user's.
    static let most = 64

    private let state = Guarded(State())

    /// The number of documents made so far.
    var made: Int { state.withLock(\.made) }

    /// Returns the document for a visitor.
    func document(for visit: Visit) async throws -> Document {
        let rights = visit.tree.nodes.map { visit.rights(at: $0) }
        let making = state.withLock { state -> Task<Document, any Error> in
            state.drop(ifNot: visit.tree)
            if let making = state.documents[rights] { return making }
            let making = Task { try Document(OpenAPIDocument(visit)) }
            state.add(making, for: rights)
            return making
        }
        do {
            return try await making.value
        } catch {
            state.withLock { if $0.documents[rights] == making { $0.remove(rights) } }
            throw error
        }
    }
}

extension OpenAPIShelf.State {
    /// Forgets all documents if they are of another tree. A tree read anew without a change counts as the
    /// same.
    mutating func drop(ifNot tree: Tree) {
        if self.tree?.isSame(as: tree) != true { (documents, order) = ([:], []) }
        self.tree = tree
    }

    /// Adds a document; a full shelf drops its oldest one.
    mutating func add(_ making: Task<OpenAPIShelf.Document, any Error>, for rights: [Set<Right>]) {
        if let oldest = order.first, order.count >= OpenAPIShelf.most { remove(oldest) }
        documents[rights] = making
        order.append(rights)
        made += 1
    }

    mutating func remove(_ rights: [Set<Right>]) {
        documents[rights] = nil
        order.removeAll { $0 == rights }
    }
}

extension OpenAPIShelf.Document {
    fileprivate init(_ document: OpenAPIDocument) throws {
        bytes = ByteBuffer(string: try JSON.text(of: document.value))
        tag = EntityTag(of: bytes.readableBytesView).description
    }
}
