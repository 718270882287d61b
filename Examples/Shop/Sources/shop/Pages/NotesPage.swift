/// The data of the page of notes. Programs get it as JSON, people as HTML by the template.
struct NotesPage: Codable, Sendable {
    var notes: [Note]
    var mayAdd: Bool

    /// The page's Mustache. Two braces escape what they show.
    static let template = """
        <header class="page-head"><div><h1>{{title}}</h1></div></header>
        <div class="stack">
        {{#mayAdd}}
        <section class="panel" aria-labelledby="add-head"><h2 id="add-head">Add a note</h2>
        <form class="form" method="post" action="{{site.here}}">
        <input type="hidden" name="csrf" value="{{site.csrf}}">
        <div class="field"><label for="text">Text</label>
        <textarea id="text" name="text" rows="3" maxlength="2000" required></textarea></div>
        <div class="actions"><button class="button primary" type="submit">Add the note</button></div>
        </form></section>
        {{/mayAdd}}
        <section class="panel" aria-label="Notes">
        {{#empty(notes)}}<p class="empty">There are no notes yet. Add the first one.</p>{{/empty(notes)}}
        {{^empty(notes)}}
        <ul>
        {{#notes}}
        <li>{{text}} <small>{{{time(addedAt)}}}{{#addedBy}}, {{addedBy}}{{/addedBy}}</small></li>
        {{/notes}}
        </ul>
        {{/empty(notes)}}
        {{#mayAdd}}
        <form method="post" action="{{site.here}}/count">
        <input type="hidden" name="csrf" value="{{site.csrf}}">
        <button class="button" type="submit">Count the words</button>
        </form>
        {{/mayAdd}}
        </section>
        </div>
        """
}
