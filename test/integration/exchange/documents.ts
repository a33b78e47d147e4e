import { archiveBytes, type Packed } from '../../../src/main/exchange/archive/write.ts';

const file = (name: string, from: string | Buffer): Packed => ({ name, from: Buffer.from(from), deflate: typeof from === 'string' });
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const names = [
  `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`,
  `xmlns:r="${rel}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
].join(' ');
const relations = (list: readonly { id: string; type: string; target: string; outside?: boolean }[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ({ id, type, target, outside }) =>
        `<Relationship Id="${id}" Type="${rel}/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

export const wordParagraph = (text: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
export const wordPicture = (id: string, alt: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

interface Word {
  body: string;
  pictures?: Record<string, Buffer>;
  more?: Record<string, string | Buffer>;
}

/** A Word document with these paragraphs; styles as Word names them. */
export function docx({ body, pictures = {}, more = {} }: Word): Promise<Buffer> {
  const styles = ['Title', 'heading 1', 'heading 2', 'Quote', 'Sidebar']
    .map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(/\W/g, '')}"><w:name w:val="${name}"/></w:style>`)
    .join('');
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const named = Object.keys(pictures).map((name, index) => ({ id: `pic${index + 1}`, type: 'image', target: `media/${name}` }));
  const parts = [
    { id: 'rs', type: 'styles', target: 'styles.xml' },
    { id: 'rn', type: 'numbering', target: 'numbering.xml' },
    { id: 'link1', type: 'hyperlink', target: 'https://example.com/help', outside: true },
    ...named,
  ];
  return archiveBytes([
    file(
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/><Default Extension="jpg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    file('_rels/.rels', relations([{ id: 'r1', type: 'officeDocument', target: 'word/document.xml' }])),
    file('word/document.xml', `${head}<w:document ${names}><w:body>${body}</w:body></w:document>`),
    file('word/_rels/document.xml.rels', relations(parts)),
    file('word/styles.xml', `${head}<w:styles ${names}>${styles}</w:styles>`),
    file('word/numbering.xml', `${head}<w:numbering ${names}>${numbering}</w:numbering>`),
    ...Object.entries(pictures).map(([name, bytes]) => file(`word/media/${name}`, bytes)),
    ...Object.entries(more).map(([name, content]) => file(name, content)),
  ]);
}

export interface Slide {
  /** Shapes as XML. */
  shapes: string;
  relations?: readonly { id: string; type: string; target: string; outside?: boolean }[];
  notes?: string;
  hidden?: boolean;
  timing?: boolean;
}

export const slideText = (placeholder: string, ...lines: string[]): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr>${placeholder && `<p:ph type="${placeholder}"/>`}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${lines.join('')}</p:txBody></p:sp>`;
export const slideLine = (text: string, properties = '', look = ''): string =>
  `<a:p>${properties}<a:r>${look}<a:t>${text}</a:t></a:r></a:p>`;
export const slidePicture = (id: string, alt: string): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="4" name="Picture" descr="${alt}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${id}"/></p:blipFill><p:spPr/></p:pic>`;
export const slideTable = (rows: readonly string[][]): string =>
  `<p:graphicFrame><p:nvGraphicFramePr/><a:graphic><a:graphicData><a:tbl><a:tblPr firstRow="1"/>${rows
    .map((row) => `<a:tr>${row.map((cell) => `<a:tc><a:txBody>${slideLine(cell)}</a:txBody></a:tc>`).join('')}</a:tr>`)
    .join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;

/** Slides in this order, in files that are numbered the other way round, as programs leave them. */
export function pptx(slides: readonly Slide[], media: Record<string, Buffer> = {}): Promise<Buffer> {
  const number = (index: number) => slides.length - index;
  const tree = (shapes: string) => `<p:cSld><p:spTree><p:nvGrpSpPr/><p:grpSpPr/>${shapes}</p:spTree></p:cSld>`;
  const parts = slides.flatMap((slide, index) => {
    const notes = slide.notes ? [{ id: 'n1', type: 'notesSlide', target: `../notesSlides/notesSlide${number(index)}.xml` }] : [];
    return [
      file(
        `ppt/slides/slide${number(index)}.xml`,
        `${head}<p:sld ${names}${slide.hidden ? ' show="0"' : ''}>${tree(slide.shapes)}${slide.timing ? '<p:timing/>' : ''}</p:sld>`,
      ),
      file(`ppt/slides/_rels/slide${number(index)}.xml.rels`, relations([...(slide.relations ?? []), ...notes])),
      ...(slide.notes
        ? [
            file(
              `ppt/notesSlides/notesSlide${number(index)}.xml`,
              `${head}<p:notes ${names}>${tree(slideText('sldImg') + slideText('body', slideLine(slide.notes)) + slideText('sldNum', slideLine('7')))}</p:notes>`,
            ),
          ]
        : []),
    ];
  });
  const ids = slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index}"/>`).join('');
  return archiveBytes([
    file('[Content_Types].xml', `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`),
    file('ppt/presentation.xml', `${head}<p:presentation ${names}><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`),
    file(
      'ppt/_rels/presentation.xml.rels',
      relations(slides.map((_, index) => ({ id: `s${index}`, type: 'slide', target: `slides/slide${number(index)}.xml` }))),
    ),
    ...parts,
    ...Object.entries(media).map(([name, bytes]) => file(`ppt/media/${name}`, bytes)),
  ]);
}

/** An H5P of this kind with these parameters. */
export function h5p(library: string, params: unknown, files: Record<string, Buffer> = {}, title = 'Till'): Promise<Buffer> {
  return archiveBytes([
    file('h5p.json', JSON.stringify({ title, language: 'en', mainLibrary: library, embedTypes: ['div'], preloadedDependencies: [] })),
    file('content/content.json', JSON.stringify(params)),
    ...Object.entries(files).map(([name, bytes]) => file(`content/${name}`, bytes)),
  ]);
}
