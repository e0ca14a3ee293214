package io.tributary.local.objects;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** The XML of an answer, written element by element. */
final class Xml {
  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  private Xml() throws XMLStreamException {
    writer = WRITERS.createXMLStreamWriter(text);
  }

  static Xml root(String name) {
    try {
      Xml xml = new Xml();
      xml.writer.writeStartDocument("UTF-8", "1.0");
      xml.writer.writeStartElement(name);
      xml.writer.writeDefaultNamespace(NAMESPACE);
      return xml;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  Xml element(String name, Object value) {
    return start(name).text(value.toString()).end();
  }

  Xml start(String name) {
    return writing(() -> writer.writeStartElement(name));
  }

  Xml end() {
    return writing(writer::writeEndElement);
  }

  byte[] bytes() {
    writing(writer::writeEndDocument);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The repeated elements of this name, each as its children's texts.
   *
   * @throws Refusal if the XML is malformed
   */
  static List<Map<String, String>> records(byte[] xml, String name) {
    try {
      XMLStreamReader reader = reader(xml);
      List<Map<String, String>> records = new ArrayList<>();
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals(name)) {
          records.add(children(reader));
        }
      }
      return records;
    } catch (XMLStreamException e) {
      throw new Refusal(400, "MalformedXML", "The request's XML is malformed: " + e.getMessage());
    }
  }

  private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
    XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
    readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    readers.setProperty(XMLInputFactory.IS_COALESCING, true);
    return readers.createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
  }

  private static Map<String, String> children(XMLStreamReader reader) throws XMLStreamException {
    Map<String, String> children = new LinkedHashMap<>();
    while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
      children.put(reader.getLocalName(), reader.getElementText());
    }
    return children;
  }

  private Xml text(String value) {
    return writing(() -> writer.writeCharacters(value));
  }

  private Xml writing(Writing step) {
    try {
      step.write();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Writing {
    void write() throws XMLStreamException;
  }
}
