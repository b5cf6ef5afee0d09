package com.ones1ght.adapters.store.embedded;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.domain.store.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Finds products by name, in an index in memory: first the generic key, then a whole name, then names with all words of
 * the query by BM25; where there are none, names that contain it, as compounds of Korean and Japanese do. Equals are
 * ordered by id.
 */
final class ProductSearch {

    private static final String KEY = "key";
    private static final String WHOLE_NAME = "name";

    private static final float KEY_SCORE = 1_000;
    private static final float WHOLE_NAME_SCORE = 100;

    /** The port allows no more. */
    private static final int MAX_HITS = 100;

    /** The pipeline searches for the same few hundred foods again and again. */
    private static final int MAX_CACHED = 2_000;

    private final List<Product> products;
    private final IndexSearcher searcher;
    private final QueryBuilder queries = new QueryBuilder(NameAnalyzers.ALL);
    private final Cache<String, List<Product>> results = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED)
            .executor(Runnable::run)
            .build();

    ProductSearch(Collection<CatalogueEntry> entries) {
        List<CatalogueEntry> sorted = entries.stream()
                .sorted(Comparator.comparing(entry -> entry.product().id()))
                .toList();
        this.products = sorted.stream().map(CatalogueEntry::product).toList();
        this.searcher = index(sorted);
    }

    List<Product> find(String query, int limit) {
        List<Product> hits = results.get(query, this::hits);
        return hits.subList(0, Math.min(limit, hits.size()));
    }

    private List<Product> hits(String query) {
        String name = NameAnalyzers.compact(query);
        if (name.isEmpty()) {
            return List.of();
        }
        Query exact = new DisjunctionMaxQuery(
                List.of(whole(KEY, name, KEY_SCORE), whole(WHOLE_NAME, name, WHOLE_NAME_SCORE)), 0);
        List<Product> hits = search(Stream.concat(
                        Stream.of(exact),
                        NameAnalyzers.LANGUAGES.stream()
                                .flatMap(field -> allWords(field, NameAnalyzers.fold(query)).stream()))
                .toList());
        return List.copyOf(hits.isEmpty() ? search(containing(query).stream().toList()) : hits);
    }

    private static Query whole(String field, String name, float score) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, name))), score);
    }

    private Optional<Query> allWords(String field, String query) {
        return Optional.ofNullable(queries.createBooleanQuery(field, query, Occur.MUST));
    }

    /** Pairs of characters, each next to the one before. */
    private Optional<Query> containing(String query) {
        return Optional.ofNullable(queries.createPhraseQuery(NameAnalyzers.FRAGMENTS, NameAnalyzers.fold(query)));
    }

    private List<Product> search(List<Query> any) {
        try {
            List<Product> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(new DisjunctionMaxQuery(any, 0), MAX_HITS).scoreDocs) {
                found.add(products.get(hit.doc));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IndexSearcher index(List<CatalogueEntry> entries) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(NameAnalyzers.ALL))) {
                for (CatalogueEntry entry : entries) {
                    writer.addDocument(document(entry));
                }
            }
            return new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Documents are numbered in the order in which they are added. */
    private static Document document(CatalogueEntry entry) {
        Document document = new Document();
        document.add(new StringField(KEY, NameAnalyzers.compact(entry.key()), Store.NO));
        Stream.concat(Stream.of(entry.key()), entry.names().stream()).distinct().forEach(name -> {
            document.add(new StringField(WHOLE_NAME, NameAnalyzers.compact(name), Store.NO));
            String folded = NameAnalyzers.fold(name);
            NameAnalyzers.LANGUAGES.forEach(field -> document.add(new TextField(field, folded, Store.NO)));
            document.add(new TextField(NameAnalyzers.FRAGMENTS, folded, Store.NO));
        });
        return document;
    }
}
