import DjetModel

extension Route {
    /// A route to the files that a visitor's own calls have stored.
    static var ownFile: Route {
        Route(.get, "files/{file:int}", "A file that a call of yours returned", answer: .bytes("*/*")) {
            visit in
            try FileReply(await visit.model.ownFile(try visit.integer("file")), visit).reply
        }
    }
}
